using System.Globalization;
using Lms.Domain.Cases;
using Lms.Domain.Learning;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>A run through a draft's case that lives in the address of its page and nowhere else.</summary>
internal static class TriedRun
{
    private const int MostChoices = 500;

    /// <exception cref="RuleViolation"><c>case-choice</c>: these are no choices.</exception>
    public static IReadOnlyList<int> ChoicesOf(string way)
    {
        var choices = new List<int>();
        foreach (var part in way.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                choices.Count == MostChoices
                || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            )
            {
                throw new RuleViolation("case-choice");
            }

            choices.Add(one);
        }

        return choices;
    }

    /// <param name="choices">That the case has.</param>
    public static PlayedRun Of(Case of, IReadOnlyList<int> choices)
    {
        var run = new CaseRun
        {
            Id = new(Guid.Empty),
            PersonId = new(Guid.Empty),
            EnrolmentId = new(Guid.Empty),
            ActivityId = new(Guid.Empty),
            CourseVersionId = new(Guid.Empty),
            Number = 1,
            Operation = new(Guid.Empty),
            BegunAt = default,
        };
        var play = CasePlay.Begin(of);
        foreach (var (index, choice) in choices.Index())
        {
            run.Steps.Add(
                new()
                {
                    RunId = run.Id,
                    Position = index + 1,
                    PersonId = run.PersonId,
                    Scene = play.Scene.Id,
                    Choice = choice,
                    At = default,
                }
            );
            play = play.Choose(of, choice);
        }

        return PlayedRun.Of(run, of);
    }
}
