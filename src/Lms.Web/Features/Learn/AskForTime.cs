using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Learn;

public enum AskAnswer
{
    Asked,

    /// <summary>No such duty of the person, or it is done, or has no day.</summary>
    Unknown,

    /// <summary>One waits for an answer already.</summary>
    Waits,

    /// <summary>Not after the day it is due, in the past, or further than a year away.</summary>
    BadDay,

    /// <summary>Without words, or with too many.</summary>
    BadReason,
}

/// <summary>A person asks for more time for their own duty, in words.</summary>
public sealed class AskForTime(LmsDbContext db, OrganisationPack pack, TimeProvider time)
{
    public const int LongestReason = 500;
    private const int MostDays = 366;

    public Task<AskAnswer> RunAsync(
        AssignmentId id,
        PersonId person,
        DateOnly? until,
        string? reason
    ) =>
        db.WriteAsync(async () =>
        {
            var today = pack.DayOf(time.Now());
            var assignment = await db
                .Assignments.Include(one => one.Extensions)
                .Where(one => one.Id == id && one.PersonId == person && one.EndedAt == null)
                .Where(DutyDone.NotOf(db, today))
                .SingleOrDefaultAsync();
            if (assignment?.DueNow() is not { } due)
            {
                return AskAnswer.Unknown;
            }

            if (assignment.Extensions.Exists(one => one is { AskedAt: not null, Verdict: null }))
            {
                return AskAnswer.Waits;
            }

            if (until is not { } day || day <= due || day < today || day > today.AddDays(MostDays))
            {
                return AskAnswer.BadDay;
            }

            var words = reason?.Trim() ?? "";
            if (words.Length is 0 or > LongestReason)
            {
                return AskAnswer.BadReason;
            }

            db.Extensions.Add(
                new Extension
                {
                    Id = new(time.NewId()),
                    AssignmentId = id,
                    PersonId = person,
                    Until = day,
                    Reason = words,
                    AskedAt = time.Now(),
                }
            );
            await db.SaveChangesAsync();
            return AskAnswer.Asked;
        });
}
