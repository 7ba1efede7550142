using System.Text;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Verify.Offline;

namespace Lms.Web.Features.Verify;

/// <summary>The public check as JSON.</summary>
/// <param name="State">
/// On <paramref name="Day"/>: <c>valid</c>, <c>expired</c>, <c>revoked</c>, <c>replaced</c>, or
/// <c>not-issued-yet</c>.
/// </param>
/// <param name="ReplacedBy">The number that stands in its place; null for none.</param>
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
    string? ReplacedBy,
    string Issuer,
    string? Holder,
    string Note
);

public sealed record CheckRefused(string Code);

public static class VerifyFeature
{
    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify/{code}.json", CheckAsync).AllowAnonymous().WithPace(Pace.Verify);
        routes.MapGet("/.well-known/jwks.json", Keys).AllowAnonymous();
        routes.MapGet("/verify/offline", Offline).AllowAnonymous();
    }

    private static async Task<IResult> CheckAsync(
        string code,
        string? on,
        HttpResponse response,
        LmsDatabase database,
        PublishedCourses courses,
        OrganisationPack pack,
        TimeProvider time
    )
    {
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.CacheControl = "no-store";
        var asked = AskedDay.Of(on, pack.DayOf(time.Now()));
        if (await PublicCheck.FindAsync(database, code) is not { } certificate)
        {
            return Results.NotFound(new CheckRefused("no-such-certificate"));
        }

        if (asked.Fault is { } fault)
        {
            return Results.UnprocessableEntity(new CheckRefused(fault));
        }

        var manifest = (await courses.OfAsync(certificate.Version)).Manifest;
        return Results.Ok(
            new CheckBody(
                certificate.Code,
                certificate.Number,
                certificate.StateOn(asked.Day).Word(),
                asked.Day,
                certificate.IsDemo,
                manifest.Title,
                certificate.Hours,
                manifest.Hours.Credits(pack.HoursPerCredit),
                certificate.IssuedOn,
                certificate.ValidUntil,
                certificate.Successor,
                pack.Issuer.Name.In(manifest.Language),
                certificate.Holder,
                pack.CertificateNote.In(manifest.Language)
            )
        );
    }

    // A download: its inline script runs from the visitor's disk and never on our address.
    private static IResult Offline(
        HttpContext http,
        SigningKey key,
        LmsSettings settings,
        OrganisationPack pack,
        TimeProvider time
    )
    {
        var page = OfflinePage.Of(Keys(key, settings), http.Texts(), pack.DayOf(time.Now()));
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.File(
            Encoding.UTF8.GetBytes(page),
            "text/html; charset=utf-8",
            "certificate-check.html"
        );
    }

    // Read anew each time: a verb beside this process may have changed the key.
    private static PublicKeys Keys(SigningKey key, LmsSettings settings)
    {
        var known = KeyHistory.Read(settings.Data);
        return known.Find(key.Id) is null ? new([.. known.Keys, key.Public]) : known;
    }
}
