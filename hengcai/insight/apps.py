from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.insight"
    default = True
