using Lms.Domain.Certification;
using Lms.Domain.Courses;

namespace Lms.Web.Features.Verify;

/// <summary>What the register answers to anyone who brings a code.</summary>
/// <param name="Successor">The number that stands in its place; null for none.</param>
/// <param name="Holder">Surname and initials; null once the holder's data has been erased.</param>
public sealed record CheckedCertificate(
    string Code,
    string Number,
    bool IsDemo,
    CourseVersionId Version,
    decimal Hours,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    DateOnly? RevokedOn,
    string? Successor,
    string? Holder
)
{
    public PublicState StateOn(DateOnly day) =>
        day < IssuedOn
            ? PublicState.NotIssuedYet
            : Certificate.StateOf(ValidUntil, RevokedOn, day) switch
            {
                CertificateState.Valid => PublicState.Valid,
                CertificateState.Expired => PublicState.Expired,
                CertificateState.Revoked when Successor is not null => PublicState.Replaced,
                CertificateState.Revoked => PublicState.Revoked,
            };
}

/// <summary>The state on a day as strangers are told it; why a certificate was revoked is not theirs.</summary>
public enum PublicState
{
    Valid,
    Expired,
    Revoked,
    Replaced,

    /// <summary>The day is before the issue: no state of validity.</summary>
    NotIssuedYet,
}

internal static class PublicStates
{
    /// <summary>The stable word of the JSON, which also ends the keys of the texts.</summary>
    public static string Word(this PublicState state) =>
        state switch
        {
            PublicState.Valid => "valid",
            PublicState.Expired => "expired",
            PublicState.Revoked => "revoked",
            PublicState.Replaced => "replaced",
            PublicState.NotIssuedYet => "not-issued-yet",
        };

    public static (string Tone, string Icon) Look(this PublicState state) =>
        state switch
        {
            PublicState.Valid => ("good", "check-circle"),
            PublicState.Expired => ("warm", "clock"),
            PublicState.Revoked => ("bad", "warning"),
            PublicState.Replaced => ("warm", "warning"),
            PublicState.NotIssuedYet => ("quiet", "clock"),
        };
}
