from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.bulletins"
    default = True
