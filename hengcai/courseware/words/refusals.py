"""What is refused of packages and of what they report."""

TAKING_IN = {
    "courseware.file_missing": ("请选择课件包文件（.zip）。", "Choose the package, a .zip file."),
    "courseware.file_large": (
        "课件包超过 {megabytes} MB。请压缩里面的视频，或拆成几个课件。",
        "The package is larger than {megabytes} MB. Compress its videos, or split it into several packages.",
    ),
    "courseware.zip_damaged": (
        "这个文件不是 zip，或者已经损坏。请重新导出课件包。",
        "This is not a zip file, or it is damaged. Export the package again.",
    ),
    "courseware.too_many_files": (
        "课件包里有 {found} 个文件，最多 {most} 个。",
        "The package holds {found} files; {most} at most.",
    ),
    "courseware.unpacks_large": (
        "课件包解压后太大（上限 {megabytes} MB），不能上传。",
        "The package is too large once unpacked (the limit is {megabytes} MB).",
    ),
    "courseware.name_unsafe": (
        "课件包里的文件名“{name}”不能用：不能跳出课件文件夹，也不能过长。",
        "The file name “{name}” in the package cannot be used: it leads out of the package or is too long.",
    ),
    "courseware.name_twice": ("课件包里有两个“{name}”。", "The package holds “{name}” twice."),
    "courseware.link_inside": (
        "课件包里的“{name}”是链接，不是文件。请换成文件本身再打包。",
        "“{name}” in the package is a link, not a file. Put the file itself into the package.",
    ),
    "courseware.locked_inside": (
        "课件包里的“{name}”有密码。请去掉密码再打包。",
        "“{name}” in the package is protected by a password. Pack it without one.",
    ),
    "courseware.no_manifest": (
        "课件包里没有 imsmanifest.xml，所以不是 SCORM 课件包。请用课件制作工具导出为 SCORM 1.2 或 2004。",
        "The package holds no imsmanifest.xml, so it is not a SCORM package. Export it as SCORM 1.2 or 2004 from the authoring tool.",
    ),
    "courseware.manifest_large": ("imsmanifest.xml 超过 4 MB。", "imsmanifest.xml is larger than 4 MB."),
    "courseware.manifest_broken": (
        "imsmanifest.xml 第 {line} 行读不了，不是完整的 XML 清单。",
        "imsmanifest.xml cannot be read at line {line}: it is not a complete XML manifest.",
    ),
    "courseware.manifest_entities": (
        "imsmanifest.xml 第 {line} 行定义了实体，为安全起见不接受。",
        "imsmanifest.xml declares entities at line {line}, which is not accepted for safety.",
    ),
    "courseware.not_scorm": (
        "这是“{found}”，不是 SCORM 1.2 或 2004 的课件包。",
        "This is “{found}”, not a package of SCORM 1.2 or 2004.",
    ),
    "courseware.nothing_to_play": (
        "imsmanifest.xml 里没有可以播放的内容。",
        "imsmanifest.xml lists nothing that can be played.",
    ),
    "courseware.too_many_parts": (
        "课件有 {found} 个部分，最多 {most} 个。",
        "The package has {found} parts; {most} at most.",
    ),
    "courseware.part_twice": (
        "imsmanifest.xml 里有两个部分用了同一个标识。",
        "Two parts in imsmanifest.xml have the same identifier.",
    ),
    "courseware.part_without_page": (
        "imsmanifest.xml 第 {line} 行：“{title}”没有对应的页面。",
        "imsmanifest.xml, line {line}: “{title}” has no page.",
    ),
    "courseware.part_outside": (
        "“{title}”的页面 {href} 不在课件包里。课件不连外网也要能播放。",
        "The page of “{title}”, {href}, is not in the package. A package must play without loading from other sites.",
    ),
    "courseware.page_missing": (
        "“{title}”的页面 {href} 在课件包里找不到。",
        "The page of “{title}”, {href}, is missing from the package.",
    ),
    "courseware.known": (
        "这个课件包已经上传过，名称是“{title}”。",
        "This package has already been uploaded, as “{title}”.",
    ),
    "courseware.still_played": (
        "课程“{course}”还在用这个课件包，不能删除。",
        "The course “{course}” still plays this package, so it cannot be removed.",
    ),
    "courseware.course_missing": ("请选择一门草稿课程。", "Choose a course that is still a draft."),
}
PLAYING = {
    "courseware.gone": (
        "这一课的课件包已经不在了，请联系培训师。",
        "The package of this lesson is no longer here. Tell your trainer.",
    ),
    "courseware.no_runtime": (
        "服务器上还没有装 SCORM 播放组件，请联系系统管理员（make assets）。",
        "The SCORM player is not installed on this server. Tell your administrator (make assets).",
    ),
    "courseware.part_unknown": ("课件里没有这个部分。", "The package has no such part."),
    "courseware.opened_elsewhere": (
        "这个课件刚在另一个页面或设备上打开，请在那边继续；要在这里学，请刷新页面。",
        "This package has just been opened on another page or device. Go on there, or reload this page to go on here.",
    ),
    "courseware.done_already": (
        "这一部分已经学完，结果不再改变；可以随时重看。",
        "This part is done and its result will not change. You can look at it again at any time.",
    ),
    "courseware.report_unreadable": (
        "课件报告的内容读不了，没有保存。",
        "What the package reported cannot be read. It was not saved.",
    ),
    "courseware.state_large": (
        "课件一次要保存的内容太多（上限 {most} 字符），没有保存。请告诉培训师。",
        "The package wants to save too much at once (the limit is {most} characters). It was not saved. Tell your trainer.",
    ),
    "courseware.element_unknown": (
        "课件要保存 SCORM 标准里没有的项目“{element}”，没有保存。",
        "The package wants to save “{element}”, which is not part of SCORM. It was not saved.",
    ),
    "courseware.value_long": (
        "课件要保存的“{element}”有 {found} 个字符，标准最多 {most} 个，没有保存。",
        "The package wants to save {found} characters as “{element}”; the standard allows {most}. It was not saved.",
    ),
    "courseware.value_wrong": (
        "课件为“{element}”报告了“{value}”，标准里没有这个值，没有保存。",
        "The package reported “{value}” for “{element}”, which the standard does not allow. It was not saved.",
    ),
}
WORDS = TAKING_IN | PLAYING
