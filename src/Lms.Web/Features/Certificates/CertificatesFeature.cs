using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Certificates.Badges;
using Lms.Web.Features.Shared;
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
        string? lang,
        HttpContext http,
        CurrentViewer current,
        LmsDbContext db
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return Results.NotFound();
        }

        var documents = await db
            .CertificateDocuments.Where(document =>
                document.PersonId == person
                && db.Certificates.Any(certificate =>
                    certificate.Id == document.CertificateId && certificate.Number == number
                )
            )
            .OrderBy(document => document.Language)
            .ToListAsync();
        // What was asked for by name is given or is not there; else the reader's language is a wish.
        var wished = lang ?? http.Texts().Language;
        var document = documents.Find(one => one.Language == wished);
        if ((document ?? (lang is null ? documents.LastOrDefault() : null)) is not { } found)
        {
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"certificate-{number}-{found.Language}.pdf");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(found.Pdf, "application/pdf");
    }
}
