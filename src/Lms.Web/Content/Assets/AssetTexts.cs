using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Assets;

internal static class AssetTexts
{
    public static readonly FindingText UnknownForm = Error(
        "unknown-asset",
        "Файли «.{0}» не мають місця в assets: є {1}.",
        "Files “.{0}” have no place in assets: there are {1}."
    );

    public static readonly FindingText BadName = Error(
        "bad-asset-name",
        "Назва «{0}» має складатися з літер, цифр, пробілів, дефісів, крапок, підкреслень і дужок.",
        "The name “{0}” must be made of letters, digits, spaces, hyphens, dots, underscores and brackets."
    );

    public static readonly FindingText TooBig = Error(
        "asset-too-big",
        "Файл більший за 64 МБ.",
        "The file is over 64 MB."
    );

    public static readonly FindingText TooMany = Error(
        "too-many-assets",
        "У теці assets більше ніж {0} файлів.",
        "The folder assets has over {0} files."
    );

    public static readonly FindingText OtherContent = Error(
        "asset-of-other-kind",
        "Вміст файла не такий, як каже його закінчення «.{0}».",
        "The content of the file is not what its ending “.{0}” says."
    );

    public static readonly FindingText TooManyPixels = Error(
        "too-many-pixels",
        "На зображенні {0}×{1} пікселів, а має бути не більше за 40 мільйонів: зменште його.",
        "The picture has {0}×{1} pixels, and 40 million are the most: make it smaller."
    );

    public static readonly FindingText NotStill = Error(
        "drawing-not-still",
        "У малюнку SVG не може бути «{0}»: ні сценаріїв, ні посилань на інші файли.",
        "An SVG drawing may not hold “{0}”: no scripts and no links to other files."
    );

    public static readonly FindingText OverBudget = Warning(
        "asset-over-budget",
        "Файл має {0} кБ, а бажано не більше за {1}: з телефона його відкриватимуть довго.",
        "The file has {0} kB, and at most {1} are wanted: it opens slowly on a phone."
    );

    public static readonly FindingText Unused = Warning(
        "unused-asset",
        "Файл ніде не використано.",
        "The file is not used anywhere."
    );

    public static readonly FindingText Missing = Error(
        "missing-asset",
        "Файла «{0}» немає.",
        "There is no file “{0}”."
    );
}
