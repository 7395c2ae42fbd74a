from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.courseware"
    default = True
