using CsCheck;
using Lms.Web.Backups;

namespace Lms.Web.Tests.Backups;

/// <summary>Which backups stay, whenever they were made.</summary>
public sealed class RotationTests
{
    private const int Most = Rotation.Days + Rotation.Weeks + Rotation.Months;
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<List<MadeBackup>> Backups = Gen.Select(
            Gen.Int[0, 60 * 24 * 800],
            Gen.Int[0, 9]
        )
        .List[0, 120]
        .Select(all =>
            all.DistinctBy(one => one.Item1)
                .Select(one => new MadeBackup(
                    $"{one.Item1}",
                    Start.AddMinutes(one.Item1),
                    one.Item2 > 0
                ))
                .ToList()
        );

    [Fact]
    public void The_newest_good_one_always_stays() =>
        Backups.Sample(all =>
            all.Where(backup => backup.IsGood).MaxBy(backup => backup.At) is not { } newest
            || !Rotation.Outdated(all, Kyiv).Contains(newest.Name)
        );

    [Fact]
    public void No_more_than_seventeen_good_ones_stay() =>
        Backups.Sample(all => Stay(all).Count(backup => backup.IsGood) <= Most);

    [Fact]
    public void A_bad_one_stays_only_while_no_newer_good_one_stands() =>
        Backups.Sample(all =>
        {
            var good = all.Where(backup => backup.IsGood).Select(backup => backup.At);
            var newest = good.DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            return Stay(all).Where(backup => !backup.IsGood).All(backup => backup.At > newest)
                && all.Where(backup => !backup.IsGood && backup.At > newest)
                    .All(backup => Stay(all).Contains(backup));
        });

    [Fact]
    public void Asking_again_deletes_nothing_more_and_the_order_does_not_matter() =>
        Backups.Sample(all =>
            Rotation.Outdated(Stay(all), Kyiv).Count == 0
            && Rotation
                .Outdated(all.OrderBy(backup => backup.Name, StringComparer.Ordinal), Kyiv)
                .SetEquals(Rotation.Outdated(all, Kyiv))
        );

    [Fact]
    public void A_clock_that_jumps_ahead_deletes_no_more_than_the_new_backup_replaces() =>
        Backups.Sample(all =>
        {
            var kept = Stay(all);
            var ahead = new MadeBackup("ahead", Start.AddYears(20), IsGood: true);
            return kept.Count(backup => backup.IsGood)
                    - Stay([.. kept, ahead]).Count(backup => backup.IsGood)
                <= 2;
        });

    [Fact]
    public void Two_years_of_nights_leave_seven_days_four_weeks_and_six_months()
    {
        List<MadeBackup> all = [];
        for (var night = 0; night < 730; night++)
        {
            all.Add(new($"{night}", Start.AddDays(night), IsGood: true));
            all = Stay(all);
        }

        Assert.Equal(
            ["729", "728", "727", "726", "725", "724", "723"],
            all.OrderByDescending(backup => backup.At).Take(7).Select(backup => backup.Name)
        );
        Assert.InRange(all.Count, 7 + 2 + 4, Most);
        var oldest = Start.AddDays(729) - all.Min(backup => backup.At);
        Assert.InRange(oldest.TotalDays, 150, 186);
    }

    private static List<MadeBackup> Stay(List<MadeBackup> all)
    {
        var outdated = Rotation.Outdated(all, Kyiv);
        return [.. all.Where(backup => !outdated.Contains(backup.Name))];
    }
}
