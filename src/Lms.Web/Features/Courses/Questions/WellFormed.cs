using System.Buffers;
using System.Text;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>Text that is text: half of a pair of surrogates is none, and no rule can compare it.</summary>
public static class WellFormed
{
    public static bool Is(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
