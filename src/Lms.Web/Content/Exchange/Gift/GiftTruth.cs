namespace Lms.Web.Content.Exchange.Gift;

/// <summary>The words of a true / false question: GIFT knows four, in capital Latin letters.</summary>
internal static class GiftTruth
{
    private static readonly string[] MeanTrue =
    [
        "t",
        "т",
        "true",
        "yes",
        "так",
        "правильно",
        "вірно",
        "істина",
        "правда",
    ];

    private static readonly string[] MeanFalse =
    [
        "f",
        "false",
        "no",
        "ні",
        "неправильно",
        "невірно",
        "хибно",
        "неправда",
    ];

    /// <summary>Null when it is none of the four.</summary>
    public static bool? Read(string word) =>
        word switch
        {
            "T" or "TRUE" => true,
            "F" or "FALSE" => false,
            _ => null,
        };

    /// <summary>What a like word was to be; null when it is like none.</summary>
    public static string? Meant(string word)
    {
        var lower = word.ToLowerInvariant();
        return MeanTrue.Contains(lower) ? "TRUE"
            : MeanFalse.Contains(lower) ? "FALSE"
            : null;
    }
}
