using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Quizzes;

/// <summary><c>draw: [{from: bank, tag: x, count: 5}]</c>, with the place of each.</summary>
internal sealed record WrittenDraw(Draw Draw, Fields Row)
{
    private const string Key = "draw";

    /// <summary>The questions of one attempt, its own ones among them.</summary>
    public const int MostAsked = 100;

    public static IReadOnlyList<WrittenDraw> Read(Fields fields)
    {
        var draws = new List<WrittenDraw>();
        foreach (var row in fields.Rows(Key))
        {
            var (from, tag) = (row.RequiredText("from"), row.OptionalText("tag"));
            row.Require("count");
            var count = row.Whole("count", 1, MostAsked);
            row.RefuseTheRest();
            if (from.Length > 0 && count is { } number)
            {
                draws.Add(new(new(from, tag, number), row));
            }
        }

        if (draws.Sum(draw => draw.Draw.Count) <= MostAsked)
        {
            return draws;
        }

        var most = MostAsked.ToString(CultureInfo.InvariantCulture);
        fields.ReportKey(Key, DrawTexts.TooManyAsked, most);
        return [];
    }
}
