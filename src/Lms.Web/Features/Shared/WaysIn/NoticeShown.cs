namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>The notice about personal data that is shown where people enter.</summary>
public static class NoticeShown
{
    /// <summary>Raised whenever what it says changes.</summary>
    public const int Version = 1;
}
