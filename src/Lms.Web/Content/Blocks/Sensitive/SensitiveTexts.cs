using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Sensitive;

internal static class SensitiveTexts
{
    public static readonly FindingText WithoutGentle = Warning(
        "sensitive-without-gentle",
        "Одразу після цього блоку варто поставити «::: gentle»: те саме м’якше.",
        "A block “::: gentle” should follow this one: the same in gentler words."
    );

    public static readonly FindingText GentleAlone = Error(
        "gentle-without-sensitive",
        "Блок «gentle» має стояти одразу після блоку «sensitive».",
        "The block “gentle” must stand right after a block “sensitive”."
    );
}
