using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>The Open Badges 3.0 credential of a certificate, for its holder to carry elsewhere.</summary>
public sealed class MakeBadge(
    LmsDbContext db,
    PublishedCourses courses,
    OrganisationPack pack,
    LmsSettings settings,
    SigningKey key
)
{
    private readonly BadgeAddresses addresses = new(settings.Site);

    /// <summary>Null when the person has no such certificate, or its content was erased.</summary>
    public async Task<string?> RunAsync(PersonId person, string number)
    {
        var found = await db
            .Certificates.AsNoTracking()
            .Include(one => one.Content)
            .SingleOrDefaultAsync(one => one.Number == number && one.PersonId == person);
        var position = await db
            .IssueLog.Where(line => line.Number == number && line.Act == IssueAct.Issued)
            .Select(line => (long?)line.Position)
            .SingleOrDefaultAsync();
        if (found?.Content is not { } content || position is not { } place)
        {
            return null;
        }

        var course = await courses.OfAsync(found.CourseVersionId);
        var language = course.Manifest.Language;
        var credential = new JsonObject
        {
            ["@context"] = new JsonArray(Credential.Context, Credential.BadgeContext),
            ["id"] = $"urn:uuid:{found.Id.Value}",
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = found.Entry.IsDemo
                ? $"DEMO: {course.Manifest.Title}"
                : course.Manifest.Title,
            ["issuer"] = new JsonObject
            {
                ["id"] = addresses.Issuer,
                ["type"] = new JsonArray("Profile"),
                ["name"] = pack.Issuer.Name.In(language),
            },
            ["credentialSubject"] = new JsonObject
            {
                ["type"] = new JsonArray("AchievementSubject"),
                ["identifier"] = new JsonArray(await IdentifierAsync(person, content)),
                ["achievement"] = BadgeAchievement.Of(course, pack, addresses),
            },
            ["credentialStatus"] = Status(place),
        };
        var until = found.ValidUntil is { } last
            ? Midnight(last.AddDays(1)).AddSeconds(-1)
            : (DateTimeOffset?)null;
        return Credential.Sign(key, credential, addresses.Issuer, Midnight(found.IssuedOn), until);
    }

    private JsonObject Status(long place)
    {
        var (list, index) = StatusList.PlaceOf(place);
        var address = addresses.Status(list);
        var written = index.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["id"] = $"{address}#{written}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = written,
            ["statusListCredential"] = address,
        };
    }

    // The e-mail, else the name, as a salted hash: whoever knows it can compare, nobody can read it.
    // The salt is made from the certificate's own, which stays secret with its payload.
    private async Task<JsonObject> IdentifierAsync(PersonId person, CertificateContent content)
    {
        var email = await db
            .Accounts.Where(account => account.PersonId == person)
            .Select(account => account.Email)
            .FirstOrDefaultAsync();
        var salt = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes($"badge:{content.Salt}")).AsSpan(0, 16)
        );
        var identity = (email?.ToLowerInvariant() ?? content.HolderName.Full) + salt;
        return new()
        {
            ["type"] = "IdentityObject",
            ["hashed"] = true,
            ["identityHash"] =
                "sha256$"
                + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))),
            ["identityType"] = email is null ? "name" : "emailAddress",
            ["salt"] = salt,
        };
    }

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, pack.TimeZone.GetUtcOffset(local));
    }
}
