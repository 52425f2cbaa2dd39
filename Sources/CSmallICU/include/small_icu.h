#pragma once

// Nothing of it is called: see icu.c.
