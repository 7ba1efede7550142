using System.Security.Cryptography;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Places;

public enum PlaceAnswer
{
    Done,

    /// <summary>Not a community of the viewer, or nothing of that kind in it.</summary>
    Unknown,

    /// <summary>A field is empty, too long, or says what it may not.</summary>
    BadWords,

    BadDays,

    /// <summary>The community is away already.</summary>
    AwayAlready,
}

/// <summary>What a manager keeps about the communities of the scope: institutions, contacts, evacuation.</summary>
public sealed class ChangePlaces(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const string OwnInstitution = "own-";
    public const int LongestName = 120;
    public const int LongestReason = 300;

    /// <summary>After so many days a contact has to be called again.</summary>
    public const int ReviewDays = 90;

    public bool Follows(TerritoryCode community) =>
        pack.Territories.IsCommunity(community) && current.Viewer.Answers(community);

    public Task<PlaceAnswer> AddInstitutionAsync(
        TerritoryCode community,
        string? uk,
        string? en,
        string? kind
    )
    {
        var (first, second, what) = (Clean(uk), Clean(en), Clean(kind));
        var isSound = first.Length > 0 && new[] { first, second, what }.All(IsShort);
        return ChangeAsync(
            community,
            isSound,
            () =>
            {
                var code = OwnInstitution + RandomNumberGenerator.GetHexString(12, lowercase: true);
                db.Institutions.Add(
                    new Institution
                    {
                        Code = code,
                        Name = new(first, second),
                        Territory = community,
                        Kind = what,
                    }
                );
                Record(AuditAction.PostChanged, $"institution {code}");
                return Task.FromResult(PlaceAnswer.Done);
            }
        );
    }

    /// <param name="verified">When somebody called there last.</param>
    public Task<PlaceAnswer> RecordContactAsync(
        TerritoryCode community,
        string? name,
        string? number,
        DateOnly verified,
        CommunityContactId? replaces = null
    )
    {
        var (duty, digits) = (Clean(name), Clean(number));
        var isSound = duty.Length > 0 && IsShort(duty) && IsNumber(digits);
        return ChangeAsync(
            community,
            isSound,
            async () =>
            {
                if (verified > Today || verified < Today.AddDays(-ReviewDays))
                {
                    return PlaceAnswer.BadDays;
                }

                if (replaces is { } before && !await RemoveAsync(community, before))
                {
                    return PlaceAnswer.Unknown;
                }

                db.CommunityContacts.Add(
                    new CommunityContact
                    {
                        Id = new(time.NewId()),
                        Community = community,
                        Name = duty,
                        Number = digits,
                        VerifiedOn = verified,
                        ReviewDue = verified.AddDays(ReviewDays),
                        RecordedAt = time.Now(),
                    }
                );
                Record(AuditAction.ContactRecorded, community.Value);
                return PlaceAnswer.Done;
            }
        );
    }

    /// <summary>Somebody answered there today: the same contact, checked anew.</summary>
    public async Task<PlaceAnswer> ConfirmContactAsync(
        TerritoryCode community,
        CommunityContactId which
    )
    {
        var known = await db
            .CommunityContacts.AsNoTracking()
            .SingleOrDefaultAsync(one =>
                one.Id == which && one.Community == community && one.RemovedAt == null
            );
        return known is null
            ? PlaceAnswer.Unknown
            : await RecordContactAsync(community, known.Name, known.Number, Today, which);
    }

    public Task<PlaceAnswer> RemoveContactAsync(
        TerritoryCode community,
        CommunityContactId which
    ) =>
        ChangeAsync(
            community,
            true,
            async () =>
            {
                if (!await RemoveAsync(community, which))
                {
                    return PlaceAnswer.Unknown;
                }

                Record(AuditAction.ContactRecorded, $"{community} removed");
                return PlaceAnswer.Done;
            }
        );

    public Task<PlaceAnswer> EvacuateAsync(
        TerritoryCode community,
        DateOnly from,
        DateOnly? until,
        string? reason
    )
    {
        var why = Clean(reason);
        return ChangeAsync(
            community,
            why.Length is > 0 and <= LongestReason,
            async () =>
            {
                if (until < from || from > Today.AddYears(1) || from.Year < 2000)
                {
                    return PlaceAnswer.BadDays;
                }

                if (
                    await db.Evacuations.AnyAsync(one =>
                        one.Community == community && (one.Until == null || one.Until >= from)
                    )
                )
                {
                    return PlaceAnswer.AwayAlready;
                }

                db.Evacuations.Add(
                    new CommunityEvacuation
                    {
                        Id = new(time.NewId()),
                        Community = community,
                        From = from,
                        Until = until,
                        Reason = why,
                        RecordedAt = time.Now(),
                    }
                );
                Record(AuditAction.EvacuationRecorded, community.Value);
                return PlaceAnswer.Done;
            }
        );
    }

    /// <param name="last">The last day on which nobody is asked to cover the community.</param>
    public Task<PlaceAnswer> ReturnAsync(
        TerritoryCode community,
        CommunityEvacuationId which,
        DateOnly last
    ) =>
        ChangeAsync(
            community,
            true,
            async () =>
            {
                var known = await db.Evacuations.SingleOrDefaultAsync(one =>
                    one.Id == which
                    && one.Community == community
                    && (one.Until == null || one.Until > last)
                );
                if (known is null || last < known.From)
                {
                    return known is null ? PlaceAnswer.Unknown : PlaceAnswer.BadDays;
                }

                known.Until = last;
                Record(AuditAction.EvacuationRecorded, $"{community} ended");
                return PlaceAnswer.Done;
            }
        );

    private DateOnly Today => pack.DayOf(time.Now());

    private async Task<bool> RemoveAsync(TerritoryCode community, CommunityContactId which)
    {
        var known = await db.CommunityContacts.SingleOrDefaultAsync(one =>
            one.Id == which && one.Community == community && one.RemovedAt == null
        );
        if (known is not null)
        {
            known.RemovedAt = time.Now();
        }

        return known is not null;
    }

    private async Task<PlaceAnswer> ChangeAsync(
        TerritoryCode community,
        bool isSound,
        Func<Task<PlaceAnswer>> change
    )
    {
        if (!Follows(community) || !isSound)
        {
            return isSound ? PlaceAnswer.Unknown : PlaceAnswer.BadWords;
        }

        return await db.WriteAsync(async () =>
        {
            var answer = await change();
            if (answer == PlaceAnswer.Done)
            {
                await db.SaveChangesAsync();
            }

            return answer;
        });
    }

    private void Record(AuditAction action, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Detail = detail,
            }
        );

    private static string Clean(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsShort(string words) => words.Length <= LongestName;

    // Also the short ones: 102, 15-47.
    private static bool IsNumber(string number) =>
        number.Count(char.IsAsciiDigit) is >= 3 and <= 15
        && number.All(sign => char.IsAsciiDigit(sign) || "+-() ".Contains(sign));
}
