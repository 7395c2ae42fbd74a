"""What is said while a file is looked at before it comes in."""

from hengcai.base.say import register

WORDS = {
    "draft.choosing": {"zh": "等您选列", "en": "Columns to be chosen"},
    "draft.checking": {"zh": "正在检查", "en": "Being checked"},
    "draft.ready": {"zh": "已检查", "en": "Checked"},
    "draft.failed": {"zh": "读到一半停了", "en": "Stopped"},
    "draft.moved_on": {
        "zh": "“{file}”在别的窗口里改过了。请刷新后再改。",
        "en": "“{file}” has been changed in another window. Reload the page and make your changes again.",
    },
    "draft.not_correctable": {
        "zh": "“{file}”太大，或者这种文件不能在页面上改。请下载有问题的行，改好再传。",
        "en": "“{file}” is too large, or of a type that cannot be corrected here. Download the faulty rows, correct them and "
        "upload them again.",
    },
    "draft.not_ready": {
        "zh": "“{file}”还没检查完，请等一下再导入。",
        "en": "“{file}” is still being checked. Wait until that is done, then import.",
    },
    "draft.file_gone": {
        "zh": "“{file}”已经不在了，请重新上传。",
        "en": "“{file}” is no longer there. Upload it again.",
    },
    "draft.cell_unknown": {
        "zh": "这一行不在页面上，不能改。请刷新。",
        "en": "this row is not shown on the page, so it cannot be changed. Reload the page.",
    },
    "draft.too_many_at_fault": {
        "zh": "有问题的行太多，先把能导的导进来，再从导入结果里下载退回的行。",
        "en": "There are too many faulty rows. Import the others first, then download the rejected rows from the import result.",
    },
    "import.columns_needed": {
        "zh": "还缺：{missing}。请在下面选出是哪一列。",
        "en": "still missing: {missing}. Choose below which columns they are.",
    },
    "import.choice_of_column": {
        "zh": "“{heading}”不能选“{value}”。请刷新后重选。",
        "en": "“{heading}” cannot be “{value}”. Reload and choose again.",
    },
    "import.column_chosen_twice": {
        "zh": "“{value}”选了两次：{headings}。只能选一列。",
        "en": "“{value}” was chosen twice: {headings}. Choose one of them.",
    },
}
register(WORDS)
