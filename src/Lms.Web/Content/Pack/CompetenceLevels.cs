using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary><c>{code: level}</c> against the codes of the framework.</summary>
internal static class CompetenceLevels
{
    private const int Highest = 3;

    /// <summary>Each known code once; what is not known is reported.</summary>
    /// <param name="lowest">The lowest level that may be written.</param>
    public static IReadOnlyList<CompetenceGoal> Read(
        Fields fields,
        string key,
        IReadOnlyCollection<string> codes,
        int lowest
    )
    {
        var goals = new List<CompetenceGoal>();
        if (fields.Map(key) is not { } map)
        {
            return goals;
        }

        foreach (var entry in map.Entries)
        {
            var level = map.Whole(entry.Key.Value, lowest, Highest);
            if (
                Codes.Known(fields, entry.Key, codes, "competences.yml") is not { } code
                || level is null
            )
            {
                continue;
            }

            if (goals.Exists(goal => goal.Code == code))
            {
                fields.Report(entry.Key, PackTexts.DuplicateCode, code);
                continue;
            }

            goals.Add(new(code, level.Value));
        }

        return goals;
    }
}
