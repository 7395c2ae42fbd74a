from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.programme"
    default = True
