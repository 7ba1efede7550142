using Lms.Domain.Certification;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>How far someone has come with a certification.</summary>
internal enum LearningStory
{
    NotStarted,
    Begun,
    Certified,
    Renewed,
    Expiring,
    InGrace,
    Lapsed,
}

/// <summary>Draws a story, and the days on which its courses were completed.</summary>
internal static class LearningStories
{
    public static LearningStory Of(PlaceStory place, bool isFirst, Dice dice) =>
        place switch
        {
            PlaceStory.OnePerson => isFirst ? LearningStory.Certified : Beginner(dice),
            PlaceStory.Uncovered or PlaceStory.Evacuated => Beginner(dice),
            PlaceStory.Ordinary => dice.Below(100) switch
            {
                < 12 => LearningStory.NotStarted,
                < 22 => LearningStory.Begun,
                < 62 => LearningStory.Certified,
                < 72 => LearningStory.Renewed,
                < 84 => LearningStory.Expiring,
                < 89 => LearningStory.InGrace,
                _ => LearningStory.Lapsed,
            },
        };

    /// <summary>Of each cycle the day it was completed, the first one first; none for who has not.</summary>
    public static IReadOnlyList<DateOnly> Days(
        LearningStory story,
        Certification rules,
        DateOnly today,
        Dice dice
    )
    {
        var example = today.AddDays(-365);
        var holds = rules.Validity.Of(example, null, null, example);
        var days = holds.Until.DayNumber - example.DayNumber;
        // A month is clamped at its end, and so a period may be some days shorter.
        const int margin = 3;
        var window = Math.Clamp(rules.Window, 1, Math.Max(1, days - 1));
        IReadOnlyList<int> ages = story switch
        {
            LearningStory.NotStarted or LearningStory.Begun => [],
            LearningStory.Certified =>
            [
                dice.Between(5, Math.Max(6, Math.Min(700, days - window - margin))),
            ],
            LearningStory.Expiring =>
            [
                dice.Between(Math.Max(1, days - window + margin), days - margin),
            ],
            LearningStory.InGrace => [dice.Between(days + margin, days + rules.Grace - margin)],
            LearningStory.Lapsed =>
            [
                dice.Between(days + rules.Grace + margin, days + rules.Grace + 90),
            ],
            LearningStory.Renewed => Renewed(days, window, dice),
        };
        return [.. ages.Select(age => today.AddDays(-age))];
    }

    private static int[] Renewed(int days, int window, Dice dice)
    {
        var first = days + dice.Between(1, 60);
        return [first, first - days + dice.Between(1, window - 1)];
    }

    private static LearningStory Beginner(Dice dice) =>
        dice.Percent(60) ? LearningStory.NotStarted : LearningStory.Begun;
}
