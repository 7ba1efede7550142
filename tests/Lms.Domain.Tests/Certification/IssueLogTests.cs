using CsCheck;
using Lms.Domain.Certification;

namespace Lms.Domain.Tests.Certification;

/// <summary>The issue log tells of every hand laid on it.</summary>
public sealed class IssueLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_log_as_it_was_written_has_no_fault()
    {
        Assert.Null(Fault([], 0));
        Assert.Null(Fault(Written(1), 1));
        Assert.Null(Fault(Written(40), 40));
    }

    [Fact]
    public void A_changed_field_is_found_in_its_line() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1000], Gen.Int[0, 5])
            .Sample(
                (count, place, field) =>
                {
                    var lines = Written(count);
                    var at = place % lines.Count;
                    lines[at] = Changed(lines[at], field);
                    var fault = Fault(lines, count);
                    Assert.Equal(IssueLogFaultKind.Broken, fault!.Kind);
                    Assert.Equal(lines[at].Position, fault.Position);
                }
            );

    [Fact]
    public void A_line_taken_out_is_found_the_last_one_too() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1000])
            .Sample(
                (count, place) =>
                {
                    var lines = Written(count);
                    lines.RemoveAt(place % lines.Count);
                    Assert.NotNull(Fault(lines, count));
                }
            );

    [Fact]
    public void A_line_put_in_is_found_though_it_is_well_made() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1000])
            .Sample(
                (count, place) =>
                {
                    var lines = Written(count);
                    var at = place % (lines.Count + 1);
                    var last = at == 0 ? null : lines[at - 1].Hash;
                    var forged = Numbered(count + 1);
                    lines.Insert(at, IssueChain.Next(last, Start, IssueAct.Issued, forged));
                    Assert.NotNull(Fault(lines, count));
                }
            );

    [Fact]
    public void Two_lines_that_changed_places_are_found() =>
        Gen.Select(Gen.Int[2, 30], Gen.Int[0, 1000], Gen.Int[1, 1000])
            .Sample(
                (count, place, distance) =>
                {
                    var lines = Written(count);
                    var one = place % lines.Count;
                    var other = (one + 1 + (distance % (lines.Count - 1))) % lines.Count;
                    (lines[one], lines[other]) = (lines[other], lines[one]);
                    Assert.Equal(IssueLogFaultKind.Broken, Fault(lines, count)!.Kind);
                }
            );

    [Fact]
    public void A_register_that_was_changed_is_found_by_the_log()
    {
        var lines = Written(4);
        var register = Register(4);
        register[2] = register[2] with { Digest = new string('f', 64) };
        var fault = IssueLogCheck.FirstFault(lines, register)!;
        Assert.Equal((IssueLogFaultKind.NotInRegister, 4L), (fault.Kind, fault.Position!.Value));

        register = Register(4);
        register[0] = register[0] with { IsRevoked = false };
        Assert.Equal(2, IssueLogCheck.FirstFault(lines, register)!.Position);
        Assert.Equal("2026-000005", Fault(lines, 5)!.Number);
    }

    // Every third certificate is revoked at once.
    private static List<IssueLogEntry> Written(int count)
    {
        var lines = new List<IssueLogEntry>();
        for (var number = 1; number <= count; number++)
        {
            Add(lines, number, IssueAct.Issued);
            if (IsRevoked(number))
            {
                Add(lines, number, IssueAct.Revoked);
            }
        }

        return lines;
    }

    private static void Add(List<IssueLogEntry> lines, int number, IssueAct act)
    {
        var at = Start.AddMinutes(lines.Count);
        var next = IssueChain.Next(lines.LastOrDefault()?.Hash, at, act, Numbered(number));
        lines.Add(With(next, position: lines.Count + 1));
    }

    private static IssueLogFault? Fault(List<IssueLogEntry> lines, int count) =>
        IssueLogCheck.FirstFault(lines, Register(count));

    private static List<RegisteredCertificate> Register(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(Numbered)
                .Select(
                    (one, at) =>
                        new RegisteredCertificate(one.Number, one.Digest, IsRevoked(at + 1))
                ),
        ];

    private static bool IsRevoked(int number) => number % 3 == 1;

    private static IssueLogEntry Changed(IssueLogEntry line, int field) =>
        field switch
        {
            0 => With(line, line.Position, at: line.At.AddMilliseconds(1)),
            1 => With(
                line,
                line.Position,
                act: line.Act == IssueAct.Issued ? IssueAct.Revoked : IssueAct.Issued
            ),
            2 => With(line, line.Position, number: line.Number + "1"),
            3 => With(line, line.Position, digest: new string('e', 64)),
            4 => With(line, line.Position, other: "2026-000999"),
            _ => With(line, line.Position, hash: new string('d', 64)),
        };

    private static IssueLogEntry With(
        IssueLogEntry line,
        long position,
        DateTimeOffset? at = null,
        IssueAct? act = null,
        string? number = null,
        string? digest = null,
        string? other = null,
        string? hash = null
    ) =>
        new()
        {
            Position = position,
            At = at ?? line.At,
            Act = act ?? line.Act,
            Number = number ?? line.Number,
            Digest = digest ?? line.Digest,
            Other = other ?? line.Other,
            PreviousHash = line.PreviousHash,
            Hash = hash ?? line.Hash,
        };

    private static Certificate Numbered(int sequence) =>
        new()
        {
            Id = default,
            Number = new RegisterEntry(2026, sequence, IsDemo: false).Number(""),
            Entry = new(2026, sequence, IsDemo: false),
            Code = "",
            PersonId = default,
            CompletionId = default,
            CourseId = default,
            CourseVersionId = default,
            Hours = 6,
            Law = [],
            IssuedOn = new(2026, 2, 12),
            ValidUntil = null,
            KeyId = "",
            Digest = sequence.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
        };
}
