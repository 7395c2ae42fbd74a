from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.training"
    default = True
