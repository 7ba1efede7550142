namespace Lms.Web.Features.Shared;

/// <summary>
/// CLDR plural categories of whole numbers for the two languages of the interface. The libraries
/// that carry CLDR's rules for .NET are not to be had; the two rules are below.
/// </summary>
public static class Plural
{
    public static string Of(string language, int number) =>
        language == "uk" ? Ukrainian(Math.Abs(number)) : (number == 1 ? "one" : "other");

    private static string Ukrainian(int number) =>
        (number % 10, number % 100) switch
        {
            (1, not 11) => "one",
            (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        };
}
