namespace Lms.Domain.Quizzes;

/// <summary>
/// A part of a whole of equal parts; the part may come out under zero or over the whole before
/// <see cref="Shared.Points.Share"/> cuts it.
/// </summary>
/// <param name="Whole">1 and up.</param>
public sealed record Share(int Part, int Whole)
{
    public static readonly Share None = new(0, 1);

    public static readonly Share Full = new(1, 1);

    public bool IsFull => Part >= Whole;

    public static Share When(bool isRight) => isRight ? Full : None;
}
