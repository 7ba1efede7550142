using System.Globalization;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>
/// Reads what RFC 5545 says of what we write, by the letter of the standard and by nothing of the
/// library that wrote it: lines unfolded, parameters apart, times reckoned by the VTIMEZONE beside them.
/// </summary>
public sealed class IcsReader
{
    private readonly List<Line> lines;

    private IcsReader(List<Line> lines) => this.lines = lines;

    private sealed record Line(string Name, Dictionary<string, string> Parameters, string Value);

    public static IcsReader Of(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split("\r\n"))
        {
            Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line);
        }

        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new([
            .. unfolded.Select(line =>
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var head = line[..colon].Split(';');
                return new Line(
                    head[0],
                    head.Skip(1)
                        .Select(part => part.Split('=', 2))
                        .ToDictionary(part => part[0], part => part[1]),
                    line[(colon + 1)..]
                );
            }),
        ]);
    }

    public string Method => One("METHOD");

    public int Events => lines.Count(line => line is { Name: "BEGIN", Value: "VEVENT" });

    public IReadOnlyList<string> Uids => [.. All("UID")];

    public string Uid => One("UID");

    public int Sequence => int.Parse(One("SEQUENCE"), CultureInfo.InvariantCulture);

    public string Status => One("STATUS");

    public string Summary => One("SUMMARY").Replace("\\,", ",", StringComparison.Ordinal);

    public bool Has(string name) => lines.Any(line => line.Name == name);

    public string One(string name) => Assert.Single(All(name));

    public IEnumerable<string> All(string name) =>
        Within("VEVENT", name)
            .Select(line => line.Value)
            .Concat(
                lines
                    .TakeWhile(line => line.Name != "BEGIN" || line.Value == "VCALENDAR")
                    .Where(line => line.Name == name)
                    .Select(line => line.Value)
            );

    /// <summary>The instant of the only DTSTART or DTEND.</summary>
    public DateTimeOffset InstantOf(string name)
    {
        var line = Assert.Single(Within("VEVENT", name));
        var wall = Time(line.Value.TrimEnd('Z'));
        return line.Value.EndsWith('Z')
            ? new(wall, TimeSpan.Zero)
            : new(wall, OffsetAt(line.Parameters["TZID"], wall));
    }

    // RFC 5545, 3.6.5: the observance whose last onset before the time is the latest.
    private TimeSpan OffsetAt(string zone, DateTime wall)
    {
        Assert.Equal(zone, Assert.Single(Within("VTIMEZONE", "TZID")).Value);
        var onsets = new[] { "STANDARD", "DAYLIGHT" }.SelectMany(kind =>
            Parts(kind)
                .Select(part => new
                {
                    Onset = LastOnset(part, wall),
                    To = part.Single(line => line.Name == "TZOFFSETTO").Value,
                })
        );
        var offset = onsets.Where(one => one.Onset is not null).MaxBy(one => one.Onset)!.To;
        var size = TimeSpan.ParseExact(offset[1..], "hhmm", CultureInfo.InvariantCulture);
        return offset[0] == '-' ? -size : size;
    }

    private static DateTime? LastOnset(IReadOnlyList<Line> part, DateTime wall)
    {
        var first = Time(part.Single(line => line.Name == "DTSTART").Value);
        var rule = part.SingleOrDefault(line => line.Name == "RRULE")
            ?.Value.Split(';')
            .Select(one => one.Split('='))
            .ToDictionary(one => one[0], one => one[1]);
        if (rule is null)
        {
            return first <= wall ? first : null;
        }

        Assert.Equal("YEARLY", rule["FREQ"]);
        Assert.Equal("-1SU", rule["BYDAY"]);
        var month = int.Parse(rule["BYMONTH"], CultureInfo.InvariantCulture);
        return new[] { wall.Year, wall.Year - 1 }
            .Select(year => LastSunday(year, month) + first.TimeOfDay)
            .Where(onset => onset <= wall && onset >= first)
            .Cast<DateTime?>()
            .FirstOrDefault();
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, DateTime.DaysInMonth(year, month));
        return day.AddDays(-(int)day.DayOfWeek);
    }

    private IEnumerable<Line> Within(string component, string name) =>
        Parts(component).SelectMany(part => part).Where(line => line.Name == name);

    private IEnumerable<IReadOnlyList<Line>> Parts(string component)
    {
        List<Line>? open = null;
        foreach (var line in lines)
        {
            if (line.Name == "BEGIN" && line.Value == component)
            {
                open = [];
            }
            else if (line.Name == "END" && line.Value == component)
            {
                yield return open!;
                open = null;
            }
            else
            {
                open?.Add(line);
            }
        }
    }

    private static DateTime Time(string written) =>
        DateTime.ParseExact(written, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
