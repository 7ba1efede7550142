namespace Lms.Domain.Shared;

/// <summary>A name an organisation wrote in one or both languages of the interface.</summary>
public sealed record LocalText(string Uk, string En)
{
    public static readonly LocalText Empty = new("", "");

    /// <summary>The text in <paramref name="language"/> (<c>uk</c> or <c>en</c>), else the other one.</summary>
    public string In(string language) =>
        language == "en" ? (En.Length > 0 ? En : Uk) : (Uk.Length > 0 ? Uk : En);
}
