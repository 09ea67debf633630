using System.Collections;

namespace FundTracker.Analytics.Carried;

/// <summary>Two lists as one; neither is copied.</summary>
internal sealed class JoinedList<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) : IReadOnlyList<T>
{
    public int Count => first.Count + second.Count;

    public T this[int index] => index < first.Count ? first[index] : second[index - first.Count];

    public IEnumerator<T> GetEnumerator() => first.Concat(second).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
