"""Sentences about decimals, people's tables and YAML files: what is wrong, and what to do about it."""

WORDS: dict[str, dict[str, str]] = {
    "row_change.added": {"zh": "新增", "en": "added"},
    "row_change.removed": {"zh": "去掉", "en": "removed"},
    "row_change.changed": {"zh": "改了", "en": "changed"},
    "row_change.moved": {"zh": "换了位置", "en": "moved"},
    "place.file": {"zh": "{file}", "en": "{file}"},
    "place.sheet": {"zh": "工作表“{sheet}”", "en": "sheet “{sheet}”"},
    "place.row": {"zh": "第 {row} 行", "en": "row {row}"},
    "place.whom": {"zh": "工号 {whom}", "en": "agent {whom}"},
    "place.line": {"zh": "第 {line} 行", "en": "line {line}"},
    "place.at": {"zh": "第 {at} 列", "en": "column {at}"},
    "place.column": {"zh": "“{column}”列", "en": "column “{column}”"},
    "place.cell": {"zh": "单元格 {cell}", "en": "cell {cell}"},
    "base.work_broke_off": {
        "zh": "这项工作中途断了，没有留下不完整的结果。请再试一次；再断就请系统管理员看服务器日志。",
        "en": "this job was interrupted; nothing was left half done. Try again; if it happens again, ask the administrator to "
        "check the server log.",
    },
    "base.gone": {
        "zh": "这一条刚刚已经处理完或删掉了，可能是按了两次，也可能是别人动过。请回到列表看一看。",
        "en": "this has just been completed or deleted, perhaps by a second click or by someone else. Go back to the list and check.",
    },
    "base.sort_unknown": {
        "zh": "不能按“{value}”排序。可以按这些排：{known}；前面加减号是倒序。",
        "en": "this list cannot be sorted by “{value}”, only by {known}; a minus in front reverses the order.",
    },
    "base.file_kind": {
        "zh": "没有“{value}”这种文件。列表可以存成 xlsx 或 csv。",
        "en": "“{value}” is not a supported file type; a list can be saved as xlsx or csv.",
    },
    "base.list_too_long": {
        "zh": "这个列表有 {count} 行，Excel 文件最多放 {most} 行。请加上筛选，或者存成 CSV，CSV 不限行数。",
        "en": "this list has {count} rows, but a workbook can only hold {most}. Narrow it down, or save it as CSV, which has no limit.",
    },
    "decimal.malformed": {
        "zh": "“{value}”不是数字。请用半角数字，最多一个小数点，例如 4.5。",
        "en": "“{value}” is not a number. Use plain digits with at most one decimal point, for example 4.5.",
    },
    "quantity.share_outside": {
        "zh": "“{value}”不能作占比。请写 0 到 1 之间的数（如 0.85），或百分数（85%）。",
        "en": "“{value}” is not a share. Write a number from 0 to 1, such as 0.85, or a percentage such as 85%.",
    },
    "quantity.percent_outside": {
        "zh": "“{value}”应在 0 到 100 之间（百分制）。",
        "en": "“{value}” must be a percentage between 0 and 100.",
    },
    "quantity.no_percentage": {
        "zh": "“{value}”带有百分号，但这一项按数量计，不是占比。请只填数。",
        "en": "“{value}” is a percentage, but this figure is a count. Write the number alone.",
    },
    "quantity.too_large": {
        "zh": "“{value}”太大，最多 {most}。请看是不是填错了列。",
        "en": "“{value}” is too large; the limit is {most}. Is it in the wrong column?",
    },
    "quantity.clock_ambiguous": {
        "zh": "“{value}”看不出是几分几秒还是几小时几分。请写时:分:秒（0:03:05），或只写秒数（185）。",
        "en": "“{value}” could be minutes and seconds or hours and minutes. Write hours:minutes:seconds (0:03:05) or the seconds "
        "alone (185).",
    },
    "quantity.negative": {"zh": "“{value}”不能是负数。", "en": "“{value}” cannot be negative."},
    "table.file_missing": {"zh": "找不到这个文件，请检查路径。", "en": "there is no such file. Check the path."},
    "table.is_folder": {"zh": "这是文件夹，请指定文件。", "en": "this is a folder. Choose a file."},
    "table.unreadable": {
        "zh": "文件打不开（{why}）。请检查权限。",
        "en": "the file cannot be opened ({why}). Check its permissions.",
    },
    "table.empty": {
        "zh": "文件是空的。请确认导出完整后再传。",
        "en": "the file is empty. Check that the export is complete and upload it again.",
    },
    "table.ending_unknown": {
        "zh": "不认识这种文件。请另存为以下任意一种：{endings}。",
        "en": "this type of file is not supported. Save it as one of {endings}.",
    },
    "table.damaged": {
        "zh": "文件已损坏或不完整。请重新导出或另存后再传。",
        "en": "the file is damaged or incomplete. Export or save it again.",
    },
    "table.looks_like_zip": {
        "zh": "内容其实是压缩包或 Excel 文件，与扩展名不符。若是 Excel，请把扩展名改成 .xlsx；若是压缩包，请先解压。",
        "en": "the content is a zip archive or a workbook. Rename a workbook to .xlsx; unpack an archive.",
    },
    "table.looks_like_gzip": {
        "zh": "内容是 gzip 压缩的，与扩展名不符。请在文件名后加上 .gz。",
        "en": "the content is compressed with gzip, which does not match the extension. Add .gz to the name.",
    },
    "table.looks_like_parquet": {
        "zh": "内容是 Parquet，与扩展名不符。请把扩展名改成 .parquet。",
        "en": "the content is Parquet, which does not match the extension. Rename it to .parquet.",
    },
    "table.looks_like_old_office": {
        "zh": "这是旧版 Excel 文件或加了密码的文件。请去掉密码，另存为 .xlsx。",
        "en": "this is an old Excel file or one with a password. Remove the password and save it as .xlsx.",
    },
    "table.looks_like_pdf": {
        "zh": "内容是 PDF，与扩展名不符。请导出成表格。",
        "en": "the content is a PDF, which does not match the extension. Export a table instead.",
    },
    "table.looks_like_image": {
        "zh": "内容是图片，与扩展名不符。请导出成表格。",
        "en": "the content is a picture, which does not match the extension. Export a table instead.",
    },
    "table.looks_like_database": {
        "zh": "内容是数据库文件，与扩展名不符。请导出成表格。",
        "en": "the content is a database, which does not match the extension. Export a table instead.",
    },
    "table.looks_like_markup": {
        "zh": "内容是网页或 XML，与扩展名不符。请用 Excel 打开后另存为 .xlsx。",
        "en": "the content is a web page or XML. Open it in a spreadsheet and save it as .xlsx.",
    },
    "table.looks_like_text": {
        "zh": "内容是纯文本，与扩展名不符。若是逗号分隔的表格，请把扩展名改成 .csv。",
        "en": "the content is plain text. If it is a comma-separated table, rename it to .csv.",
    },
    "table.too_large_unpacked": {
        "zh": "文件解压后过大，没有打开。请另存为 .csv。",
        "en": "the file is too large once unpacked, so it was not opened. Save the table as .csv.",
    },
    "table.too_many_columns": {
        "zh": "有 {found} 列，最多能读 {most} 列。请检查分隔符，或删去用不到的列。",
        "en": "there are {found} columns; the limit is {most}. Check the separator or delete columns you do not need.",
    },
    "table.too_many_rows": {
        "zh": "数据超过 {most} 行。请另存为 .csv，或拆成几个文件。",
        "en": "there are more than {most} rows. Save the table as .csv or split it.",
    },
    "table.merged_cells": {
        "zh": "有合并单元格：{ranges}。请取消合并，每格都填上内容。",
        "en": "cells are merged: {ranges}. Unmerge them and fill in every cell.",
    },
    "table.header_of_two_lines": {
        "zh": "列名上方或列名中有合并单元格：{ranges}。请删去标题行，只留一行列名，放在第一行。",
        "en": "cells above or among the column names are merged: {ranges}. Remove the title rows and keep one row of column "
        "names as the first row.",
    },
    "table.names_further_down": {
        "zh": "列名（{names}）在这一行，上面还有标题。请删去上面的行，让列名在第一行，只占一行。",
        "en": "the column names ({names}) are in this row. Delete the rows above so that the names are in the first row.",
    },
    "table.title_above_header": {
        "zh": "第一行只有“{title}”，像是标题，列名在它下面。请删去标题行，让列名在第一行。",
        "en": "the first row only contains “{title}”, which looks like a title above the column names. Delete it so that the "
        "names are in the first row.",
    },
    "table.id_is_logical": {
        "zh": "这里应当是编号，单元格却是逻辑值 {value}。请把这一列设成“文本”格式后重新填写。",
        "en": "this must be an id, but the cell contains the logical value {value}. Format the column as text and enter the id again.",
    },
    "table.id_is_day": {
        "zh": "这里应当是编号，单元格却被表格软件改成了日期或时间（{value}）。请把这一列设成“文本”格式后重新填写。",
        "en": "this must be an id, but the spreadsheet has turned it into a date or time ({value}). Format the column as text "
        "and enter the id again.",
    },
    "table.id_is_long": {
        "zh": "编号 {value} 超过 15 位，表格软件存成数字时后几位已经丢失。请把这一列设成“文本”格式，从原系统重新导出或填写。",
        "en": "{value} has more than 15 digits, so the spreadsheet has lost the last ones. Format the column as text and export "
        "or enter the id again.",
    },
    "table.id_is_rounded": {
        "zh": "编号 {value} 是表格软件存成科学计数法后剩下的，原来的数字已经丢失。请从原系统重新导出，并把这一列设成“文本”格式。",
        "en": "{value} is what the spreadsheet left of a longer id; the original digits are lost. Export it again with the "
        "column formatted as text.",
    },
    "table.id_is_hidden": {
        "zh": "这里应当是编号，但单元格显示的与实际的数（{value}）不同。请把这一列设成“文本”格式后重新填写。",
        "en": "this must be an id, but the cell displays something other than its actual value ({value}). Format the column as "
        "text and enter the id again.",
    },
    "table.id_is_formula": {
        "zh": "这里应当是编号，却是公式 {value}，看不出算出来是多少。请在表格软件里复制后“选择性粘贴为数值”，再另存。",
        "en": "this must be an id, but it is a formula ({value}). Copy the cells, paste them as values and save again.",
    },
    "table.formula": {
        "zh": "这里是公式。请复制后“选择性粘贴为数值”。",
        "en": "this is a formula. Copy the cells and paste them as values.",
    },
    "table.error_value": {
        "zh": "单元格里是错误值 {value}，请改正。",
        "en": "the cell shows the error {value}. Correct it.",
    },
    "table.undecodable": {
        "zh": "文字编码读不出来。请另存为“CSV UTF-8（逗号分隔）”。",
        "en": "the text encoding cannot be read. Save the file as “CSV UTF-8 (comma delimited)”.",
    },
    "table.zero_character": {
        "zh": "文字里有空字符（NUL），文件可能已损坏。请重新导出。",
        "en": "the text contains a null character (NUL); the file may be damaged. Export it again.",
    },
    "table.half_character": {
        "zh": "有一个残缺的字符（代理码），无法保存。请删去后再传。",
        "en": "there is an incomplete character (a lone surrogate), which cannot be stored. Remove it.",
    },
    "text.too_long": {
        "zh": "文字太长（{found} 个字），最多 {most} 个字。请删短后再提交。",
        "en": "The text is too long ({found} characters); the limit is {most}. Shorten it and submit again.",
    },
    "text.sign_of_no_text": {
        "zh": "文字里有存不下的符号（空字符或残缺的字符）。请删去后再提交。",
        "en": "The text contains a character that cannot be stored (a null or incomplete character). Remove it and submit again.",
    },
    "table.line_too_long": {
        "zh": "这一行的格式不像表格。请检查换行。",
        "en": "this line does not look like a table row. Check the line breaks.",
    },
    "table.header_missing": {
        "zh": "第一行应当是列名，现在是空的。",
        "en": "the first row must contain the column names, but it is empty.",
    },
    "table.column_twice": {
        "zh": "这个列名出现了两次。请改名或删掉一列。",
        "en": "this column name appears twice. Rename or delete one of the columns.",
    },
    "table.columns_missing": {
        "zh": "缺少列：{missing}。文件里有：{found}。",
        "en": "missing columns: {missing}. The file has {found}.",
    },
    "table.too_many_fields": {
        "zh": "这一行有 {found} 格，列名只有 {expected} 个。含逗号的内容要用双引号括起来。",
        "en": "this row has {found} cells for {expected} columns. Put double quotes around text that contains a comma.",
    },
    "table.too_few_fields": {
        "zh": "这一行只有 {found} 格，列名有 {expected} 个。空的格也要留逗号。",
        "en": "this row has {found} cells for {expected} columns. Leave a comma for an empty cell too.",
    },
    "table.quotes_broken": {
        "zh": "双引号不成对，后面的行分不清。请补上或删去引号。",
        "en": "a double quote is unclosed or out of place, so the rows after it cannot be told apart. Close or remove it.",
    },
    "table.json_list": {
        "zh": "整个文件是一个 JSON 数组。请改成每行一个对象。",
        "en": "the whole file is one JSON list. Write one object per line instead.",
    },
    "table.json_broken": {"zh": "这一行不是完整的 JSON 对象。", "en": "this line is not a complete JSON object."},
    "table.json_constant": {
        "zh": "JSON 里不能写 {value}。没有值请写 null。",
        "en": "{value} is not valid JSON. Write null where there is no value.",
    },
    "table.key_twice": {"zh": "同一个键写了两次。", "en": "this key appears twice."},
    "table.value_missing": {"zh": "缺少这一项。", "en": "this value is missing."},
    "table.not_text": {"zh": "这里应当是文字或数字。", "en": "this must be text or a number."},
    "table.not_correctable": {
        "zh": "这种文件不能在页面上改，请改好原文件再传（可以改的是 {endings}）。",
        "en": "this kind of file cannot be corrected here; correct the file and upload it again (correctable: {endings}).",
    },
    "table.would_overwrite": {
        "zh": "结果不能写到输入的文件里，请换个文件名。",
        "en": "the results would overwrite the input file. Choose another name.",
    },
    "rejects.ending_unknown": {
        "zh": "退回行只能写成 .csv 或 .jsonl。",
        "en": "rejected rows can only be written as .csv or .jsonl.",
    },
    "rejects.needs_jsonl": {
        "zh": "JSONL 的退回行要写成 .jsonl。",
        "en": "rejected rows of a JSONL file must be written as .jsonl.",
    },
    "mapping.column_unknown": {
        "zh": "对照表里的“{column}”不是要用的列。可用：{known}。",
        "en": "the mapping contains “{column}”, which is not a column to import. Choose from {known}.",
    },
    "mapping.const_or_path": {
        "zh": "“{key}”要么写 const，要么写 path（可加 default 或 add_seconds_to）。",
        "en": "“{key}” takes either const, or path with default or add_seconds_to.",
    },
    "mapping.moment_malformed": {
        "zh": "“{value}”不是时间。请写成 2026-01-05T09:00:00。",
        "en": "“{value}” is not a date and time. Write it like 2026-01-05T09:00:00.",
    },
    "mapping.seconds_malformed": {
        "zh": "“{value}”不是秒数。请写秒数，或写全时:分:秒，例如 0:05:20。",
        "en": "“{value}” is not a number of seconds. Write the seconds alone, or hours:minutes:seconds in full, such as 0:05:20.",
    },
    "mapping.one_start": {
        "zh": "“{key}”的 add_seconds_to 和 seconds_after 只能写一个。",
        "en": "“{key}” takes add_seconds_to or seconds_after, not both.",
    },
    "yaml.broken": {
        "zh": "这里的 YAML 写法有误，请检查缩进、冒号和引号。",
        "en": "the YAML is not valid here. Check indentation, colons and quotes.",
    },
    "yaml.too_large": {
        "zh": "文件超过 1 MB，不像配置文件。",
        "en": "the file is larger than 1 MB, too large for settings.",
    },
    "yaml.not_mapping": {"zh": "“{key}”下面应当是“名称: 值”。", "en": "“{key}” must contain “name: value” pairs."},
    "yaml.not_list": {"zh": "“{key}”应当是列表。", "en": "“{key}” must be a list."},
    "yaml.not_pair": {"zh": "“{key}”应当正好有两个值。", "en": "“{key}” must contain exactly two values."},
    "yaml.not_text": {"zh": "“{key}”应当是文字。", "en": "“{key}” must be text."},
    "yaml.not_decimal": {
        "zh": '“{key}”的“{value}”不是数字，例如应写成 "0.40"。',
        "en": '“{key}”: “{value}” is not a number such as "0.40".',
    },
    "yaml.not_whole_number": {
        "zh": "“{key}”的“{value}”应当是 {least} 到 {most} 的整数。",
        "en": "“{key}”: “{value}” must be a whole number from {least} to {most}.",
    },
    "yaml.number_unquoted": {
        "zh": '“{key}”的数字要加引号，写成 "{value}"。',
        "en": '“{key}”: put the number in quotes, "{value}".',
    },
    "yaml.key_unknown": {
        "zh": "没有“{key}”这个键。可用：{known}。",
        "en": "there is no key “{key}”. Use one of {known}.",
    },
    "yaml.key_twice": {"zh": "“{key}”写了两次。", "en": "“{key}” appears twice."},
    "yaml.key_missing": {
        "zh": "“{key}”要写就写完整，还缺 {missing}。",
        "en": "“{key}” must be complete if given; {missing} is missing.",
    },
    "workday.kind": {
        "zh": "“{value}”不认识。kind 填 {known} 之一。",
        "en": "“{value}” is not valid. Enter one of {known} as kind.",
    },
    "workday.days": {
        "zh": "工作日数写的是 {value}。请写 1 到 {most}。",
        "en": "{value} is not a valid number of working days. Enter a number from 1 to {most}.",
    },
    "workday.until_earlier": {
        "zh": "{end} 在 {start} 之前。把两天对调，或换一个更晚的截止日。",
        "en": "{end} is before {start}. Swap them, or enter a later end date.",
    },
    "workday.out_of_range": {
        "zh": "{value} 不在可算的年份里（{first} 到 {last} 年）。",
        "en": "{value} is outside the years that can be calculated ({first} to {last}).",
    },
}
