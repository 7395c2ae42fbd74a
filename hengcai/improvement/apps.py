from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.improvement"
    default = True
