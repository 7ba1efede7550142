using System.Globalization;
using CsCheck;
using Lms.Domain.Certification;

namespace Lms.Domain.Tests.Certification;

public sealed class CertificateTests
{
    private static readonly DateOnly LastDay = new(2028, 2, 11);

    [Theory]
    [InlineData("2026-02-12", 24, "2028-02-11")]
    [InlineData("2026-02-12", 1, "2026-03-11")]
    [InlineData("2026-01-01", 12, "2026-12-31")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-27")]
    [InlineData("2028-02-29", 48, "2032-02-28")]
    [InlineData("2026-08-31", 6, "2027-02-27")]
    [InlineData("2026-08-31", 12, "2027-08-30")]
    public void Validity_ends_the_day_before_the_same_day_of_its_last_month(
        string issued,
        int months,
        string lastDay
    ) => Assert.Equal(Day(lastDay), Certificate.LastDay(Day(issued), months));

    [Fact]
    public void Without_months_validity_does_not_end() =>
        Assert.Null(Certificate.LastDay(new(2026, 2, 12), null));

    [Fact]
    public void Who_is_certified_later_is_never_valid_for_a_shorter_time() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 60])
            .Sample(
                (days, months) =>
                {
                    var issued = new DateOnly(2024, 1, 1).AddDays(days);
                    var last = Certificate.LastDay(issued, months);
                    Assert.True(last > issued);
                    Assert.True(last <= Certificate.LastDay(issued.AddDays(1), months));
                    Assert.True(last < Certificate.LastDay(issued, months + 1));
                }
            );

    [Theory]
    [InlineData(-1, CertificateState.Valid)]
    [InlineData(0, CertificateState.Valid)]
    [InlineData(1, CertificateState.Expired)]
    [InlineData(10_000, CertificateState.Expired)]
    public void A_certificate_is_valid_on_its_last_day_and_expired_on_the_next(
        int days,
        CertificateState state
    )
    {
        Assert.Equal(state, Certificate.StateOf(LastDay, null, LastDay.AddDays(days)));
        Assert.Equal(state, Issued(LastDay).StateOn(LastDay.AddDays(days)));
    }

    [Fact]
    public void A_certificate_whose_validity_does_not_end_never_expires()
    {
        Assert.Equal(CertificateState.Valid, Certificate.StateOf(null, null, DateOnly.MaxValue));
        Assert.Equal(CertificateState.Valid, Issued(null).StateOn(DateOnly.MaxValue));
    }

    private static Certificate Issued(DateOnly? validUntil) =>
        new()
        {
            Id = default,
            Number = "2026-000001",
            Entry = new(2026, 1, IsDemo: false),
            Code = "",
            PersonId = default,
            CompletionId = default,
            CourseId = default,
            CourseVersionId = default,
            Hours = 6,
            Law = [],
            IssuedOn = new(2026, 2, 12),
            ValidUntil = validUntil,
            KeyId = "",
            Digest = "",
        };

    private static DateOnly Day(string written) =>
        DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
