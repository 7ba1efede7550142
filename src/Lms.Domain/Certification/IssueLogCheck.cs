using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>What the register says of a certificate, to be held against the issue log.</summary>
public sealed record RegisteredCertificate(string Number, string Digest, bool IsRevoked);

/// <summary>Where the issue log and the register part.</summary>
/// <param name="Position">Of the line; null when a line is missing at the end or altogether.</param>
public sealed record IssueLogFault(IssueLogFaultKind Kind, long? Position, string Number);

public enum IssueLogFaultKind
{
    /// <summary>The line was changed, or what stood before it was changed, left out, put in or moved.</summary>
    Broken,

    /// <summary>The register has no such certificate, or one with another digest, or an unrevoked one.</summary>
    NotInRegister,

    /// <summary>The register has a certificate or a revocation that no line tells of.</summary>
    NotInLog,

    /// <summary>The line that was remembered outside the log is not the one that stands there.</summary>
    NotAsAnchored,
}

/// <summary>Reads the whole issue log.</summary>
public static class IssueLogCheck
{
    /// <summary>The first line that is wrong; else the first certificate without its lines; else null.</summary>
    /// <param name="lines">In the order of their positions.</param>
    /// <param name="anchored">A line that stood in the log before; null when none is known.</param>
    public static IssueLogFault? FirstFault(
        IEnumerable<IssueLogEntry> lines,
        IReadOnlyCollection<RegisteredCertificate> register,
        ChainMark? anchored = null
    )
    {
        var known = register.ToDictionary(one => one.Number, StringComparer.Ordinal);
        var told = new HashSet<(IssueAct, string)>();
        var previous = IssueChain.Beginning;
        var isMet = anchored is null;
        foreach (var line in lines)
        {
            if (line.PreviousHash != previous || line.Hash != IssueChain.HashOf(line))
            {
                return new(IssueLogFaultKind.Broken, line.Position, line.Number);
            }

            if (!Agrees(line, known.GetValueOrDefault(line.Number)))
            {
                return new(IssueLogFaultKind.NotInRegister, line.Position, line.Number);
            }

            if (anchored?.Position == line.Position)
            {
                isMet = anchored.Hash == line.Hash;
            }

            told.Add((line.Act, line.Number));
            previous = line.Hash;
        }

        if (!isMet)
        {
            return new(IssueLogFaultKind.NotAsAnchored, anchored!.Position, "");
        }

        return register
            .Where(one =>
                !told.Contains((IssueAct.Issued, one.Number))
                || (one.IsRevoked && !told.Contains((IssueAct.Revoked, one.Number)))
            )
            .Select(one => new IssueLogFault(IssueLogFaultKind.NotInLog, null, one.Number))
            .FirstOrDefault();
    }

    private static bool Agrees(IssueLogEntry line, RegisteredCertificate? registered) =>
        registered is not null
        && registered.Digest == line.Digest
        && (line.Act != IssueAct.Revoked || registered.IsRevoked);
}
