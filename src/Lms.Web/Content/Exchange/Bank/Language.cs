namespace Lms.Web.Content.Exchange.Bank;

/// <summary>Which of our two languages a text is in, by its letters.</summary>
internal static class Language
{
    public static bool IsUkrainian(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0400', '\u04ff');
}
