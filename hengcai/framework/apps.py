from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.framework"
    default = True
