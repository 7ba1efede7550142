using Lms.Web.Content.Pack;

namespace Lms.Web.Content.Markup;

/// <summary>What a text is read against.</summary>
/// <param name="Language">Of the course.</param>
internal sealed record MarkupSetting(string Language, ActRegister Acts)
{
    public bool IsEnglish => Language == "en";
}
