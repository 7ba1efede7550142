using System.Globalization;
using Lms.Domain.Quizzes;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>Values that a page could send, right or not.</summary>
public static class RandomValues
{
    public static IReadOnlyList<string> Of(
        Question question,
        PaperQuestion placed,
        Random random
    ) =>
        question switch
        {
            _ when random.Next(8) == 0 => [],
            SingleChoice => [placed.Options[random.Next(placed.Options.Count)].Id],
            MultipleChoice =>
            [
                .. placed.Options.Where(_ => random.Next(2) == 0).Select(option => option.Id),
            ],
            Ordering => Shuffled([.. placed.Options.Select(step => step.Id)], random),
            Matching =>
            [
                .. placed.Options.Select(left =>
                    $"{left.Id}:{placed.Targets[random.Next(placed.Targets.Count)].Id}"
                ),
            ],
            Scale scale =>
            [
                random.Next(scale.Low, scale.High + 1).ToString(CultureInfo.InvariantCulture),
            ],
            FileUpload => [],
            _ => random.Next(2) == 0 ? question.Right(placed) : question.Wrong(placed),
        };

    private static string[] Shuffled(string[] ids, Random random)
    {
        random.Shuffle(ids);
        return ids;
    }
}
