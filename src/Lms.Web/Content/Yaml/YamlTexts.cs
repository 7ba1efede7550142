using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Yaml;

internal static class YamlTexts
{
    public static readonly FindingText FrontMatterMissing = Error(
        "front-matter-missing",
        "Файл має починатися рядком «---», далі ключі, далі знову «---».",
        "The file must begin with a line “---”, then keys, then “---” again."
    );

    public static readonly FindingText Syntax = Error(
        "yaml-syntax",
        "Запис не читається як YAML: {0}",
        "This does not read as YAML: {0}"
    );

    public static readonly FindingText NoAnchors = Error(
        "yaml-anchor",
        "Якорі, посилання й позначки типів («&», «*», «!») тут не дозволено.",
        "Anchors, aliases and tags (“&”, “*”, “!”) are not allowed here."
    );

    public static readonly FindingText TooDeep = Error(
        "yaml-too-deep",
        "Вкладеність більша за 8 рівнів.",
        "Nested deeper than 8 levels."
    );

    public static readonly FindingText TooLong = Error(
        "yaml-too-long",
        "Забагато значень: більше ніж {0}.",
        "Too many values: over {0}."
    );

    public static readonly FindingText DuplicateKey = Error(
        "duplicate-key",
        "Ключ «{0}» записано двічі.",
        "The key “{0}” stands twice."
    );

    public static readonly FindingText UnknownKey = Error(
        "unknown-key",
        "Невідомий ключ «{0}».",
        "Unknown key “{0}”."
    );

    public static readonly FindingText MissingKey = Error(
        "missing-key",
        "Бракує ключа «{0}».",
        "The key “{0}” is missing."
    );

    public static readonly FindingText ExpectsText = Error(
        "expects-text",
        "«{0}» має бути текстом.",
        "“{0}” must be a text."
    );

    public static readonly FindingText ExpectsList = Error(
        "expects-list",
        "«{0}» має бути списком.",
        "“{0}” must be a list."
    );

    public static readonly FindingText ExpectsKeys = Error(
        "expects-keys",
        "«{0}» має складатися з ключів і значень.",
        "“{0}” must be made of keys and values."
    );

    public static readonly FindingText ExpectsNumber = Error(
        "expects-number",
        "«{0}» має бути числом від {1} до {2}.",
        "“{0}” must be a number from {1} to {2}."
    );

    public static readonly FindingText ExpectsDate = Error(
        "expects-date",
        "«{0}» має бути наявною датою, як-от 2026-11-23; тут «{1}».",
        "“{0}” must be a date that exists, such as 2026-11-23; this is “{1}”."
    );

    public static readonly FindingText ExpectsFlag = Error(
        "expects-true-or-false",
        "«{0}» має бути true або false.",
        "“{0}” must be true or false."
    );

    public static readonly FindingText ExpectsOneOf = Error(
        "expects-one-of",
        "«{0}» має бути одним із: {1}; тут «{2}».",
        "“{0}” must be one of: {1}; this is “{2}”."
    );

    public static readonly FindingText ExpectsDuration = Error(
        "expects-duration",
        "«{0}» має бути тривалістю, як-от {1}; тут «{2}».",
        "“{0}” must be a duration such as {1}; this is “{2}”."
    );

    public static readonly FindingText ExpectsAddress = Error(
        "expects-address",
        "«{0}» має бути адресою, що починається з https:// або http://.",
        "“{0}” must be an address that begins with https:// or http://."
    );
}
