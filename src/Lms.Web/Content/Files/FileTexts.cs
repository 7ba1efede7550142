using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Files;

internal static class FileTexts
{
    public static readonly FindingText TooManyFindings = Error(
        "too-many-findings",
        "Далі знахідки в цьому файлі не показано: спершу виправте ці.",
        "Further findings in this file are not shown: correct these first."
    );

    public static readonly FindingText Unreadable = Error(
        "file-unreadable",
        "Файл не вдалося прочитати.",
        "The file cannot be read."
    );

    public static readonly FindingText Missing = Error(
        "file-missing",
        "Потрібного файла чи теки немає.",
        "A file or folder that is needed is missing."
    );

    public static readonly FindingText TooBig = Error(
        "file-too-big",
        "Файл більший за 1 МБ.",
        "The file is over 1 MB."
    );

    public static readonly FindingText NotUtf8 = Error(
        "not-utf-8",
        "Тут байти, що не є текстом у UTF-8. Збережіть файл у кодуванні UTF-8.",
        "Bytes that are not UTF-8 text. Save the file as UTF-8."
    );

    public static readonly FindingText ControlCharacter = Error(
        "control-character",
        "Недрукований символ {0}: видаліть його.",
        "An unprintable character {0}: remove it."
    );

    public static readonly FindingText Link = Error(
        "link-on-disk",
        "Це посилання файлової системи: покладіть сюди сам файл.",
        "This is a link of the file system: put the file itself here."
    );

    public static readonly FindingText Unexpected = Error(
        "unexpected-file",
        "Файла чи теки з такою назвою тут не чекають.",
        "A file or folder of this name is not expected here."
    );

    public static readonly FindingText NotOpenYet = Error(
        "not-open-yet",
        "«{0}» ще не відкрито в цьому випуску: заберіть це звідси.",
        "“{0}” is not open in this release yet: take it out."
    );
}
