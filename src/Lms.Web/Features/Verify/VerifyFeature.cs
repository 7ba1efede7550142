using Lms.Domain.Certification;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Verify;

/// <summary>The public check as JSON.</summary>
/// <param name="State"><c>valid</c> or <c>expired</c> on <paramref name="Day"/>.</param>
/// <param name="Holder">Surname and initials; null once the holder's data has been erased.</param>
public sealed record CheckBody(
    string Code,
    string Number,
    string State,
    DateOnly Day,
    bool IsDemo,
    string Title,
    decimal Hours,
    decimal? Credits,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    string Issuer,
    string? Holder,
    string Note
);

public sealed record CheckRefused(string Code);

public static class VerifyFeature
{
    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify/{code}.json", CheckAsync).AllowAnonymous();
        routes.MapGet("/.well-known/jwks.json", Keys).AllowAnonymous();
    }

    private static async Task<IResult> CheckAsync(
        string code,
        HttpResponse response,
        LmsDatabase database,
        PublishedCourses courses,
        OrganisationPack pack,
        TimeProvider time
    )
    {
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.CacheControl = "no-store";
        if (await PublicCheck.FindAsync(database, code) is not { } certificate)
        {
            return Results.NotFound(new CheckRefused("no-such-certificate"));
        }

        var manifest = (await courses.OfAsync(certificate.Version)).Manifest;
        var today = pack.DayOf(time.Now());
        return Results.Ok(
            new CheckBody(
                certificate.Code,
                certificate.Number,
                certificate.StateOn(today) switch
                {
                    CertificateState.Valid => "valid",
                    CertificateState.Expired => "expired",
                    CertificateState.Revoked => "revoked",
                },
                today,
                certificate.IsDemo,
                manifest.Title,
                certificate.Hours,
                manifest.Hours.Credits(pack.HoursPerCredit),
                certificate.IssuedOn,
                certificate.ValidUntil,
                pack.Issuer.Name.In(manifest.Language),
                certificate.Holder,
                pack.CertificateNote.In(manifest.Language)
            )
        );
    }

    // Read anew each time: a verb beside this process may have changed the key.
    private static PublicKeys Keys(SigningKey key, LmsSettings settings)
    {
        var known = KeyHistory.Read(settings.Data);
        return known.Find(key.Id) is null ? new([.. known.Keys, key.Public]) : known;
    }
}
