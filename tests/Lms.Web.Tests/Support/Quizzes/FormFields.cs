using System.Globalization;
using Lms.Domain.Quizzes;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>The fields of the plain form that give these values.</summary>
public static class FormFields
{
    public static IEnumerable<(string Name, string Value)> Of(
        Question question,
        IReadOnlyList<string> values
    ) =>
        question switch
        {
            FileUpload => [],
            Ordering => values.Select(
                (step, at) =>
                    ($"q-{question.Id}.{step}", (at + 1).ToString(CultureInfo.InvariantCulture))
            ),
            Matching or Cloze => values
                .Select(PaperQuestion.Cut)
                .Select(pair => ($"q-{question.Id}.{pair.Id}", pair.Value)),
            _ => values.Select(value => ($"q-{question.Id}", value)),
        };
}
