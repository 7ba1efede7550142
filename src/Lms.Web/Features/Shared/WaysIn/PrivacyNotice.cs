namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>The notice about personal data at <c>/account/privacy</c>.</summary>
public static class PrivacyNotice
{
    /// <summary>Raised whenever what it says changes.</summary>
    public const int Version = 1;
}
