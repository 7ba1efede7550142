using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Certificates.Badges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Certificates;

public static class CertificatesFeature
{
    public static void AddCertificates(this IServiceCollection services)
    {
        services.AddScoped<OwnCertificates>();
        services.AddScoped<MakeBadge>();
    }

    public static void MapCertificates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates/{number}.pdf", DocumentAsync);
        routes.MapOwnFiles();
        routes.MapBadges();
    }

    // The holder's own alone: someone else's document, a manager's people too, is as if absent.
    private static async Task<IResult> DocumentAsync(
        string number,
        HttpResponse response,
        CurrentViewer current,
        LmsDbContext db
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return Results.NotFound();
        }

        var pdf = await db
            .CertificateDocuments.Where(document =>
                document.PersonId == person
                && db.Certificates.Any(certificate =>
                    certificate.Id == document.CertificateId && certificate.Number == number
                )
            )
            .Select(document => document.Pdf)
            .FirstOrDefaultAsync();
        if (pdf is not { Length: > 0 })
        {
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"certificate-{number}.pdf");
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf");
    }
}
