using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>What becomes of the assignments that one requirement gave one person: part of a write.</summary>
internal sealed class SettleDuties(
    LmsDbContext db,
    DateTimeOffset now,
    DateOnly today,
    Func<Guid> newId
)
{
    /// <param name="given">All that the requirement ever gave the person, the oldest first.</param>
    /// <param name="isDone">What it demands now.</param>
    /// <param name="leave">Joined.</param>
    public async Task OfAsync(
        KnownRequirement requirement,
        PersonFacts person,
        bool isMember,
        IReadOnlyList<Assignment> given,
        bool isDone,
        IReadOnlyList<DaySpan> leave
    )
    {
        var rule = requirement.Rule;
        var open = given.Where(one => one.EndedAt is null).ToList();
        if (!isMember)
        {
            if (rule.Leaving == LeavingPolicy.EndOpen)
            {
                await CloseAsync(open, rule.What, isDone);
            }

            return;
        }

        var same = open.Where(one => Asks(one, rule.What)).ToList();
        var fitting = same.LastOrDefault(one =>
            isDone || requirement.RuleAt(one.AssignedAt).Due == rule.Due
        );
        // Another date for the same: one assignment stands. Another demand: as one who leaves the rule.
        await CloseAsync([.. same.Where(one => one != fitting)], rule.What, isDone);
        if (rule.Leaving == LeavingPolicy.EndOpen)
        {
            await CloseAsync([.. open.Except(same)], rule.What, isDone);
        }

        if (fitting is null)
        {
            fitting = Give(
                requirement,
                person,
                NumberAfter(requirement, person, given),
                same.Count > 0 ? same[0].From : today
            );
        }

        Move(fitting, requirement.RuleAt(fitting.AssignedAt), person, leave);
    }

    /// <summary>Whether <see cref="OfAsync"/> would change nothing; where that is hard to say, it is not so.</summary>
    /// <param name="given">Those that still stand are enough, in any order.</param>
    public static bool IsSettled(
        KnownRequirement requirement,
        PersonFacts person,
        bool isMember,
        IReadOnlyList<Assignment> given,
        bool isDone,
        IReadOnlyList<DaySpan> leave
    )
    {
        var rule = requirement.Rule;
        if (given.Count == 0)
        {
            return !isMember;
        }

        var open = given.Where(one => one.EndedAt is null).ToList();
        if (!isMember)
        {
            return rule.Leaving == LeavingPolicy.Keep
                || open.TrueForAll(one => isDone && Asks(one, rule.What));
        }

        if (open is not [var only] || !Asks(only, rule.What))
        {
            return false;
        }

        var then = requirement.RuleAt(only.AssignedAt);
        return (isDone || then.Due == rule.Due)
            && (
                MovedTo(only, then, person, leave) is not { } moved
                || (OwnOf(only)?.Until ?? only.DueOn!.Value) == moved
            );
    }

    // Rows of another entry, that a merge brought, are numbered in that one's name and may go again.
    private static int NumberAfter(
        KnownRequirement requirement,
        PersonFacts person,
        IReadOnlyList<Assignment> given
    )
    {
        var own = OperationOf(requirement, person);
        return 1
            + given
                .Where(one => one.Operation.StartsWith(own, StringComparison.Ordinal))
                .Select(one =>
                    int.Parse(one.Operation.AsSpan(own.Length), CultureInfo.InvariantCulture)
                )
                .DefaultIfEmpty()
                .Max();
    }

    private static string OperationOf(KnownRequirement requirement, PersonFacts person) =>
        $"requirement:{requirement.Id.Value}:{person.Person.Value}:";

    private Assignment Give(
        KnownRequirement requirement,
        PersonFacts person,
        int number,
        DateOnly from
    )
    {
        var rule = requirement.Rule;
        var assignment = new Assignment
        {
            Id = new(newId()),
            PersonId = person.Person,
            Course = (rule.What as Demand.Course)?.Slug,
            Certification = (rule.What as Demand.Certification)?.Code,
            // Without leave, which comes and goes: it moves the date as an extension.
            DueOn = DueDates.Of(rule, from, person.Hired, []),
            RequirementId = requirement.Id,
            From = from,
            AssignedAt = now,
            Operation = string.Create(
                CultureInfo.InvariantCulture,
                $"{OperationOf(requirement, person)}{number}"
            ),
        };
        db.Assignments.Add(assignment);
        return assignment;
    }

    private async Task CloseAsync(IReadOnlyList<Assignment> open, Demand demand, bool isDone)
    {
        foreach (var one in open)
        {
            var did = Asks(one, demand)
                ? isDone
                : (await DutyDone.ByAsync(db, DemandOf(one), today, [one.PersonId])).Contains(
                    one.PersonId
                );
            if (!did)
            {
                (one.EndedAt, one.End) = (now, AssignmentEnd.LeftRule);
            }
        }
    }

    /// <summary>Its date with the days of leave; null when it is not reckoned in days.</summary>
    private static DateOnly? MovedTo(
        Assignment assignment,
        Requirement rule,
        PersonFacts person,
        IReadOnlyList<DaySpan> leave
    )
    {
        if (assignment.DueOn is not { } due || rule.Due is not DueRule.DaysAfter after)
        {
            return null;
        }

        var start = after.From switch
        {
            DueStart.Membership => assignment.From,
            DueStart.Hired => person.Hired ?? assignment.From,
        };
        return Leave.MovedDue(start, due, leave);
    }

    // The product's own extension is the one that nobody asked for and nobody gave; those for an alert
    // are not the leave's to move.
    private static Extension? OwnOf(Assignment assignment) =>
        assignment.Extensions.Find(one =>
            one is { AskedAt: null, By: null, Remark: not Extension.AirAlert }
        );

    private void Move(
        Assignment assignment,
        Requirement rule,
        PersonFacts person,
        IReadOnlyList<DaySpan> leave
    )
    {
        if (MovedTo(assignment, rule, person, leave) is not { } moved)
        {
            return;
        }

        var own = OwnOf(assignment);
        if (own is null && moved > assignment.DueOn)
        {
            db.Extensions.Add(
                new Extension
                {
                    Id = new(newId()),
                    AssignmentId = assignment.Id,
                    PersonId = assignment.PersonId,
                    Until = moved,
                    Verdict = ExtensionVerdict.Granted,
                    DecidedAt = now,
                }
            );
        }
        else if (own is not null && own.Until != moved)
        {
            (own.Until, own.DecidedAt) = (moved, now);
        }
    }

    private static bool Asks(Assignment one, Demand demand) => DemandOf(one) == demand;

    internal static Demand DemandOf(Assignment one) =>
        one.Course is { } slug
            ? new Demand.Course(slug)
            : new Demand.Certification(one.Certification!);
}
