"""What people wear: hair, hats, clothes, each as geometry and as how it is cut.

Patterns are written in the mesh's own un-posed coordinates (decimetres), so they fit every body and
follow every pose: eyes at (±.31, 7.28), mouth y 6.61, chin 6.1, shoulder (±1.68, 5.25), waist y 2,
hip y .5, knee y -3.7, ankle y -7.5, hands beyond |x| 4.2.
"""
