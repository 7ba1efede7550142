using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Domain.Certification;

/// <summary>A short name for rules, kept with what they judged.</summary>
public static class CertificationRules
{
    /// <summary>
    /// SHA-256 in lower-case hexadecimal of all that decides a period: paths, basis, terms, window, grace,
    /// policy. Names and texts may change without it.
    /// </summary>
    public static string HashOf(Certification certification)
    {
        var text = new StringBuilder();
        Write(text, certification.First);
        foreach (var renewal in certification.Renewals)
        {
            Write(text, renewal);
        }

        var validity = certification.Validity;
        text.Append(
            CultureInfo.InvariantCulture,
            $"{validity.Basis} {Written(validity.Period)} {validity.FixedBase:O} {Written(validity.Minimum)}\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"{certification.Window} {certification.Grace} {certification.Late} {certification.CountsEarly}\n"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(StringBuilder text, CertificationPath path)
    {
        text.Append(path.Name).Append(':');
        Write(text, path.Node);
        text.Append('\n');
    }

    private static void Write(StringBuilder text, PathNode node)
    {
        switch (node)
        {
            case PathNode.Step(PathStep.Course course):
                text.Append(" course ").Append(course.Slug);
                break;
            case PathNode.Step(PathStep.LiveSession session):
                text.Append(" session ").Append(session.Series);
                break;
            case PathNode.Step(PathStep.Case one):
                text.Append(" case ").Append(one.CourseSlug).Append('/').Append(one.Activity);
                break;
            case PathNode.Step(PathStep.Evidence evidence):
                text.Append(" evidence ").Append(evidence.Kind);
                break;
            case PathNode.All all:
                Write(text, all.Of.Count, all.Of);
                break;
            case PathNode.AnyOf any:
                Write(text, any.AtLeast, any.Of);
                break;
        }
    }

    private static void Write(StringBuilder text, int atLeast, IReadOnlyList<PathNode> parts)
    {
        text.Append(CultureInfo.InvariantCulture, $" {atLeast} of (");
        foreach (var part in parts)
        {
            Write(text, part);
        }

        text.Append(')');
    }

    private static string Written(Term term) =>
        string.Create(CultureInfo.InvariantCulture, $"{term.Months}m{term.Days}d");
}
