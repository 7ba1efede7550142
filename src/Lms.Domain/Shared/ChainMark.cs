namespace Lms.Domain.Shared;

/// <summary>One line of a chained log, remembered outside of it: by then the line stood there.</summary>
/// <param name="Hash">Lower-case hexadecimal.</param>
public sealed record ChainMark(long Position, string Hash);
