using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certifications;

public static class CertificationsFeature
{
    public static void AddCertifications(this IServiceCollection services)
    {
        services.AddScoped<OwnCertifications>();
        services.AddScoped<EvidenceChoices>();
        services.AddScoped<HandInEvidence>();
    }

    public static void MapCertifications(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/evidence-files/{file:guid}", DownloadAsync);

    // The holder's, and their manager's: the scope sees to that. Never shown in the page: it is foreign.
    private static async Task<IResult> DownloadAsync(
        Guid file,
        LmsDbContext db,
        CurrentViewer current,
        LookedAt looked,
        HttpResponse response
    )
    {
        var id = new EvidenceId(file);
        var found = await db
            .EvidenceFiles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.EvidenceId == id);
        response.Headers.CacheControl = "no-store";
        if (found is null)
        {
            return Results.NotFound();
        }

        if (found.PersonId != current.Viewer.Person)
        {
            await looked.PeopleAsync(found.PersonId);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(found.Bytes, found.MediaType, $"evidence{EndingOf(found.MediaType)}");
    }

    private static string EndingOf(string mediaType) =>
        mediaType switch
        {
            "image/jpeg" => ".jpg",
            "image/png" => ".png",
            _ => ".pdf",
        };
}
