using System.Text.Json.Nodes;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>Open Badges: the holder's credential, and what strangers need to check one.</summary>
internal static class BadgesFeature
{
    private static readonly Viewer Publisher = Viewer.System("publish the status of badges");

    public static void MapBadges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates/{number}.json", BadgeAsync);
        routes.MapGet("/badges/issuer", Issuer).AllowAnonymous();
        routes
            .MapGet("/badges/status/{list:long:min(1)}", StatusAsync)
            .AllowAnonymous()
            .WithPace(Pace.Verify);
    }

    // The holder's own alone: someone else's, a manager's people too, is as if absent.
    private static async Task<IResult> BadgeAsync(
        string number,
        HttpResponse response,
        CurrentViewer current,
        MakeBadge make
    )
    {
        response.Headers.CacheControl = "private, no-store";
        var jwt = current.Viewer.Person is { } person ? await make.RunAsync(person, number) : null;
        return jwt is null ? Results.NotFound() : Results.Text(jwt, Credential.MediaType);
    }

    private static JsonObject Issuer(OrganisationPack pack, LmsSettings settings) =>
        new()
        {
            ["@context"] = new JsonArray(Credential.Context, Credential.BadgeContext),
            ["id"] = new BadgeAddresses(settings.Site).Issuer,
            ["type"] = new JsonArray("Profile"),
            ["name"] = pack.Issuer.Name.In(pack.Languages[0]),
            ["url"] = settings.Site.Uri.AbsoluteUri,
        };

    private static async Task<IResult> StatusAsync(
        long list,
        HttpResponse response,
        LmsDatabase database,
        LmsSettings settings,
        SigningKey key,
        TimeProvider time
    )
    {
        await using var db = database.Open(Publisher);
        var last = await db.IssueLog.MaxAsync(line => (long?)line.Position) ?? 0;
        if (list > 1 && list > StatusList.PlaceOf(last).List)
        {
            return Results.NotFound();
        }

        var before = (list - 1) * StatusList.Size;
        var revoked = await db
            .IssueLog.Where(line =>
                line.Act == IssueAct.Issued
                && line.Position > before
                && line.Position <= before + StatusList.Size
                && db.Certificates.Any(one => one.Number == line.Number && one.Revocation != null)
            )
            .Select(line => line.Position)
            .ToListAsync();
        var addresses = new BadgeAddresses(settings.Site);
        var address = addresses.Status(list);
        var credential = new JsonObject
        {
            ["@context"] = new JsonArray(Credential.Context),
            ["id"] = address,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = addresses.Issuer,
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{address}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = "revocation",
                ["encodedList"] = StatusList.Encode(
                    revoked.Select(position => StatusList.PlaceOf(position).Index)
                ),
            },
        };
        response.Headers.CacheControl = "public, max-age=300";
        return Results.Text(
            Credential.Sign(key, credential, addresses.Issuer, time.Now(), null),
            Credential.MediaType
        );
    }
}
